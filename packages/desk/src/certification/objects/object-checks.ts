import type { ObjectFields } from '@otklik/model/certification/api'
import { categoryOf } from '@otklik/model/certification'
import { missingOfCertificate } from '../certificate.ts'

export type WrongField = 'needName' | 'needAddress' | 'badAddress' | 'needLevel' | 'needFrom' | 'needTo' | 'badOrder'
export type WrongFields = Partial<Record<keyof ObjectFields, WrongField>>

const MISSING = { level: 'needLevel', validFrom: 'needFrom', validTo: 'needTo' } as const

/** What can be seen to be wrong with an object before it is sent; the server looks closer. */
export function wrongFields(values: ObjectFields): WrongFields {
  const { name, kind, address, validFrom, validTo } = values
  const missing = missingOfCertificate(values)
  return {
    ...(name.trim() === '' ? { name: 'needName' } : {}),
    ...(address === null && categoryOf(kind) === 'сервис' ? { address: 'needAddress' } : {}),
    ...(address !== null && !/^https?:\/\/\S+$/i.test(address.trim()) ? { address: 'badAddress' } : {}),
    ...(missing === null ? {} : { [missing]: MISSING[missing] }),
    ...(validFrom !== null && validTo !== null && validTo < validFrom ? { validTo: 'badOrder' } : {}),
  }
}
