const digitsOf = (text: string): number[] => [...text].map(Number)
const weighed = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0)

/** Luhn's check of a bank card's number. */
export function isCard(digits: string): boolean {
  const sum = digitsOf(digits)
    .toReversed()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0)
  return sum % 10 === 0 && /[1-9]/.test(digits)
}

/** The control number of a СНИЛС of 11 digits: the digits weighed 9 to 1, modulo 101, 100 written as 00. */
export function isSnils(digits: string): boolean {
  if (digits.length !== 11) return false
  const control = (weighed(digitsOf(digits), [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100
  return control === Number(digits.slice(9))
}

const ELEVENTH = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const TWELFTH = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

/** Both control digits of a person's ИНН of 12 digits. */
export function isInn(text: string): boolean {
  if (text.length !== 12) return false
  const digits = digitsOf(text)
  return [ELEVENTH, TWELFTH].every((weights, at) => (weighed(digits, weights) % 11) % 10 === digits[10 + at])
}
