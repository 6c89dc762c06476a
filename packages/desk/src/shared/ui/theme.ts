import {
  createTheme,
  type DrawerProps,
  type MenuProps,
  type ModalProps,
  type PopoverProps,
  type SelectProps,
  type TooltipProps,
} from '@mantine/core'

/** No scroll lock: it writes a style element into the page, which the content security policy forbids. */
const unlocked = { lockScroll: false, transitionProps: { duration: 120 } }

/** By the types of the components, not by the components: those are loaded with the screen that uses them. */
const defaults = <Props>(defaultProps: Partial<Props>) => ({ defaultProps })

/** The colours are in tokens.css: a theme that is written at run time would need inline styles. */
export const theme = createTheme({
  cursorType: 'pointer',
  components: {
    Modal: defaults<ModalProps>({ ...unlocked, centered: true, radius: 8 }),
    Drawer: defaults<DrawerProps>({ ...unlocked, position: 'right' }),
    // The library's invisible first stop is no entry of a menu: a screen reader would count it.
    Menu: defaults<MenuProps>({ withInitialFocusPlaceholder: false }),
    Popover: defaults<PopoverProps>({ shadow: 'md', radius: 8 }),
    Select: defaults<SelectProps>({ comboboxProps: { shadow: 'md' }, checkIconPosition: 'right' }),
    Tooltip: defaults<TooltipProps>({ events: { hover: true, focus: true, touch: true }, multiline: true }),
  },
})
