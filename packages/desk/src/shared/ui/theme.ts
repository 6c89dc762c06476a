import { createTheme, Drawer, Menu, Modal, Popover, Select, Tooltip } from '@mantine/core'

/** No scroll lock: it writes a style element into the page, which the content security policy forbids. */
const unlocked = { lockScroll: false, transitionProps: { duration: 120 } }

/** The colours are in tokens.css: a theme that is written at run time would need inline styles. */
export const theme = createTheme({
  cursorType: 'pointer',
  components: {
    Modal: Modal.extend({ defaultProps: { ...unlocked, centered: true, radius: 8 } }),
    Drawer: Drawer.extend({ defaultProps: { ...unlocked, position: 'right' } }),
    // The library's invisible first stop is no entry of a menu: a screen reader would count it.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', radius: 8 } }),
    Select: Select.extend({ defaultProps: { comboboxProps: { shadow: 'md' }, checkIconPosition: 'right' } }),
    Tooltip: Tooltip.extend({ defaultProps: { events: { hover: true, focus: true, touch: true }, multiline: true } }),
  },
})
