import type { TValidationError } from 'typebox/error'
import { formatSentence } from './formats.ts'

/** What is wrong with one field of a body or a document: its path from the root and a Russian sentence. */
export interface FieldError {
  readonly path: string
  readonly message: string
}

const OTHER_SHAPE = 'Значение не того вида, какой описан для этого поля.'
const TYPES: Readonly<Record<string, string>> = {
  string: 'строка',
  integer: 'целое число',
  number: 'число',
  boolean: 'true или false',
  array: 'список',
  object: 'объект',
  null: 'null',
}

/** One Russian sentence per field, in the order the fields were found wrong. */
export function fieldErrors(found: readonly TValidationError[]): FieldError[] {
  const byPath = new Map<string, TValidationError[]>()
  const errors = found.flatMap(spread)
  for (const error of errors) {
    // `boolean` errors repeat what additionalProperties says; that in turn is said of values that do not fit, too.
    if (error.keyword === 'boolean' || isSaidBelow(error, errors)) continue
    byPath.set(error.instancePath, [...(byPath.get(error.instancePath) ?? []), error])
  }
  return [...byPath].map(([pointer, errors]) => ({ path: fieldName(pointer), message: sentence(errors) }))
}

/** A missing and a foreign field are reported at the object; people look for them at the field. */
function spread(error: TValidationError): TValidationError[] {
  const at = (name: string) => ({ ...error, instancePath: `${error.instancePath}/${name.replaceAll('/', '~1')}` })
  if (error.keyword === 'required') return error.params.requiredProperties.map(at)
  if (error.keyword === 'additionalProperties') return error.params.additionalProperties.map(at)
  return [error]
}

function isSaidBelow({ keyword, instancePath }: TValidationError, errors: readonly TValidationError[]): boolean {
  if (keyword !== 'additionalProperties') return false
  return errors.some(
    (other) =>
      other.keyword !== keyword &&
      other.keyword !== 'boolean' &&
      (other.instancePath === instancePath || other.instancePath.startsWith(`${instancePath}/`)),
  )
}

function fieldName(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~')
}

function sentence(errors: readonly TValidationError[]): string {
  // A format says more than the pattern that goes with it.
  const telling =
    errors.find((error) => error.keyword === 'format') ??
    errors.find((error) => error.keyword !== 'anyOf' && !wantsNull(error))
  return telling ? oneSentence(telling) : 'Недопустимое значение.'
}

const wantsNull = (error: TValidationError) => error.keyword === 'type' && error.params.type === 'null'

const allowed = (values: readonly unknown[]) => `Допустимо: ${values.map((value) => `«${String(value)}»`).join(', ')}.`

function oneSentence(error: TValidationError): string {
  switch (error.keyword) {
    case 'required':
      return 'Обязательное поле.'
    case 'additionalProperties':
      return 'Такого поля нет.'
    case 'type':
      return `Нужно: ${[error.params.type]
        .flat()
        .map((type) => TYPES[type] ?? type)
        .join(' или ')}.`
    case 'enum':
      return allowed(error.params.allowedValues)
    case 'minLength':
      return error.params.limit === 1 ? 'Не может быть пустым.' : `Не короче ${error.params.limit} знаков.`
    case 'maxLength':
      return `Не длиннее ${error.params.limit} знаков.`
    case 'minimum':
      return `Не меньше ${error.params.limit}.`
    case 'maximum':
      return `Не больше ${error.params.limit}.`
    case 'exclusiveMinimum':
      return `Больше ${error.params.limit}.`
    case 'exclusiveMaximum':
      return `Меньше ${error.params.limit}.`
    case 'minItems':
      return `Не меньше ${error.params.limit} значений.`
    case 'maxItems':
      return `Не больше ${error.params.limit} значений.`
    case 'format':
      return formatSentence(error.params.format) ?? OTHER_SHAPE
    case 'uniqueItems':
      return 'Значения повторяются.'
    case 'pattern':
      return OTHER_SHAPE
    default:
      return 'Недопустимое значение.'
  }
}
