import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  patternProperties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
  required?: string[]
}
type Pick = (value: unknown) => unknown

/**
 * Turns an answer into JSON with the contract's fields only: what a query brought along besides stays inside. Values
 * are not converted. With `check` a value of a wrong shape is an error; types keep it from happening, so that is for
 * tests.
 */
export function serializerFor(schema: TSchema, check: boolean): (answer: unknown) => string {
  // A JSON copy drops the library's own marks.
  const plain: JsonSchema = JSON.parse(JSON.stringify(schema))
  const pick = pickerOf(plain)
  const shape = check ? Compile(plain) : undefined
  return (answer) => {
    const picked = pick(answer)
    if (shape && !shape.Check(picked))
      throw new Error(`The answer does not fit the contract: ${JSON.stringify(shape.Errors(picked).slice(0, 3))}`)
    return JSON.stringify(picked)
  }
}

function pickerOf(schema: JsonSchema): Pick {
  if (schema.anyOf) return pickBranch(schema.anyOf)
  if (schema.type === 'array' && schema.items) return pickItems(pickerOf(schema.items))
  if (schema.properties) return pickProperties(schema.properties)
  const [values] = Object.values(schema.patternProperties ?? {})
  return values ? pickValues(pickerOf(values)) : (value) => value
}

function pickProperties(properties: Record<string, JsonSchema>): Pick {
  const pickers = Object.entries(properties).map(([name, child]) => [name, pickerOf(child)] as const)
  return (value) => {
    if (!isRecord(value)) return value
    const picked: Record<string, unknown> = {}
    for (const [name, pick] of pickers) if (value[name] !== undefined) picked[name] = pick(value[name])
    return picked
  }
}

const pickItems =
  (pick: Pick): Pick =>
  (value) =>
    Array.isArray(value) ? value.map(pick) : value

const pickValues =
  (pick: Pick): Pick =>
  (value) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, pick(child)])) : value

/** Of several shapes, the first whose required fields are there; an answer is never let out unpicked. */
function pickBranch(branches: readonly JsonSchema[]): Pick {
  const shaped = branches.filter(({ type }) => type === 'object' || type === 'array')
  const pickers = shaped.map((branch) => ({ branch, pick: pickerOf(branch) }))
  return (value) => {
    if (typeof value !== 'object' || value === null) return value
    const found = pickers.find(({ branch }) => fits(branch, value))
    return found ? found.pick(value) : null
  }
}

function fits({ type, required = [] }: JsonSchema, value: object): boolean {
  if (type === 'array' || Array.isArray(value)) return type === 'array' && Array.isArray(value)
  return required.every((name) => name in value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
