import { byRule, type Finder } from './spans.ts'

const NAME = String.raw`[\p{L}\d](?:[\p{L}\d._%+-]{0,62}[\p{L}\d_])?`
const AT = String.raw`(?:\s?@\s?|\s?[\[({<]\s?(?:at|собака|@)\s?[\])}>]\s?|\s(?:собака|собачка|at)\s)`
const DOT = String.raw`(?:\.|\s(?:точка|dot)\s)`
const HOST = String.raw`[\p{L}\d](?:[\p{L}\d-]{0,40}[\p{L}\d])?`
const END = String.raw`(?:\p{L}{2,8})(?![\p{L}\d])`

/** Addresses of mail, also as they are told aloud («собака», «точка») or written against robots («[at]»). */
export const mails: readonly Finder[] = [
  byRule({
    kind: 'email',
    pattern: new RegExp(String.raw`(?<![\p{L}\d._%+-])${NAME}${AT}${HOST}(?:${DOT}${HOST}){0,3}${DOT}${END}`, 'giu'),
  }),
]

/** Whether a text can hold any: what is looked for first, because most can't. */
export const mayHoldMail = (text: string): boolean => /@|собак|собачк|\bat\b/i.test(text)
