/** What is masked, and the words that stand in its place (seed 003, п. 3.5: answers are anonymous). */
export const MASKED = {
  phone: '[телефон]',
  email: '[эл. почта]',
  snils: '[СНИЛС]',
  inn: '[ИНН]',
  passport: '[паспорт]',
  document: '[документ]',
  card: '[карта]',
  account: '[счёт]',
  plate: '[номер машины]',
  link: '[ссылка]',
  birthdate: '[дата рождения]',
  address: '[адрес]',
  name: '[имя]',
} as const
export type MaskedKind = keyof typeof MASKED

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const MASKED_KINDS = Object.keys(MASKED) as readonly MaskedKind[]
