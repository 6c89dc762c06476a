/** Signs of one plain address: none that has a meaning of its own in the head of a letter. */
const PART = '[^\\s@<>()\\[\\],;:"\\\\]+'
/** As RFC 5321 has it, in characters. */
export const LONGEST_MAIL = 254
/** The address of a person or an organisation: one without a dot in its domain is a slip. */
export const MAIL_PATTERN = `^${PART}@${PART}\\.${PART}$`

const envelope = new RegExp(`^${PART}@${PART}$`)
const person = new RegExp(MAIL_PATTERN)

/** Whether it is one plain address that can stand in an envelope; a domain of this network may have no dot. */
export const isMailAddress = (text: string): boolean => text.length <= LONGEST_MAIL && envelope.test(text)

/** Whether it can be kept as the address of a person or an organisation. */
export const isFitMail = (text: string): boolean => text.length <= LONGEST_MAIL && person.test(text)
