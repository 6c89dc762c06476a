export interface ServiceKey {
  readonly service: string
  /** Empty: the service itself. */
  readonly subservice: string
}

/** `service_id` or `service_id:subservice_id`; a service's number holds no colon, a variant's may. */
export function serviceId({ service, subservice }: ServiceKey): string {
  return subservice === '' ? service : `${service}:${subservice}`
}

/** Undefined where the text begins with no register number (инструкция, приложение № 1) or the variant is too long. */
export function parseServiceId(id: string): ServiceKey | undefined {
  const match = /^(-?\d{1,36})(?::(.{1,200}))?$/su.exec(id)
  return match?.[1] === undefined ? undefined : { service: match[1], subservice: match[2] ?? '' }
}

/** The number under which an authority or an office is kept; undefined where the text is none. */
export function parseNumber(id: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : undefined
}
