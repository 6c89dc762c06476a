/**
 * The form is reached through the page around it, never by properties of its own: a question may be called `submit` or
 * `append`, and its field would stand in their place.
 */
type Control = HTMLInputElement | HTMLTextAreaElement

const controlsOf = (main: HTMLElement): Control[] => [
  ...main.querySelectorAll<Control>('#answers input[name], #answers textarea[name]'),
]

/** What is typed, as it would be sent. @param asked hidden questions left out. */
export function fieldsOf(main: HTMLElement, asked = false): [string, string][] {
  return controlsOf(main).flatMap((control) => {
    const isChoice = control.type === 'radio' || control.type === 'checkbox'
    const isEmpty = isChoice && control instanceof HTMLInputElement && !control.checked
    return isEmpty || (asked && control.disabled) ? [] : [[control.name, control.value]]
  })
}

/** A field that people don't see, sent along with the form. */
export function sendAlong(main: HTMLElement, name: string, value: string): void {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  main.querySelector('.buttons')?.append(field)
}
