/** Whether the text is an ОГРН (13 digits) or ОГРНИП (15 digits) with a right check digit. */
export function isOgrn(text: string): boolean {
  if (!/^(\d{13}|\d{15})$/.test(text)) return false
  const body = BigInt(text.slice(0, -1))
  const divisor = text.length === 13 ? 11n : 13n
  return (body % divisor) % 10n === BigInt(text.at(-1) ?? '')
}
