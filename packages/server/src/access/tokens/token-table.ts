import { isRight, RIGHTS } from '@otklik/model/access'
import type { Token } from '@otklik/model/access/api'
import type { Column, TableRow, TableExport } from '../../platform/http/index.ts'

const COLUMNS: readonly Column[] = [
  { key: 'label', title: 'Для чего' },
  { key: 'organisation', title: 'Организация' },
  { key: 'supplier', title: 'Поставщик' },
  { key: 'rights', title: 'Права' },
  { key: 'keeper', title: 'Отвечает' },
  { key: 'createdAt', title: 'Выдан (UTC)', type: 'time' },
  { key: 'expiresAt', title: 'Действует до (UTC)', type: 'time' },
  { key: 'lastUsedAt', title: 'Последнее обращение (UTC)', type: 'time' },
  { key: 'lastUsedFrom', title: 'Откуда' },
  { key: 'revokedAt', title: 'Отозван (UTC)', type: 'time' },
]

/** The keys found, as a file. */
export const tokenTable = (found: readonly Token[]): TableExport => ({
  name: 'Ключи',
  columns: COLUMNS,
  rows: found.map(rowOf),
})

const rowOf = (token: Token): TableRow => ({
  label: token.label,
  organisation: token.organisation.name,
  supplier: token.supplier,
  rights: token.rights.map((right) => (isRight(right) ? RIGHTS[right].name : right)).join('; '),
  keeper: token.keeper?.name ?? null,
  createdAt: wallClock(token.createdAt),
  expiresAt: wallClock(token.expiresAt),
  lastUsedAt: wallClock(token.lastUsedAt),
  lastUsedFrom: token.lastUsedFrom,
  revokedAt: wallClock(token.revokedAt),
})

const wallClock = (instant: string | null): string | null => instant?.slice(0, 19) ?? null
