/** Remarks on the draft list of a year (Правила, пункты 10, 11): their materials, contacts and decisions. */
export {
  ALL_MATERIAL_KINDS,
  ALL_REMARK_ASKS,
  type Contact,
  type Contacts,
  factsAfter,
  MATERIAL_KINDS,
  type MaterialKind,
  type Materials,
  missingContacts,
  REMARK_ASKS,
  type RemarkAsk,
} from './materials.ts'
export { LIST_REMARK, type ListRemarkAbout } from './process.ts'
