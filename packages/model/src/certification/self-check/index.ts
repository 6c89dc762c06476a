/** Sheets of self-check (Правила, пункт 9): their forms in editions, what is marked in them, the letter that follows. */
export {
  ALL_CRITERION_EVIDENCE,
  CRITERION_EVIDENCE,
  type CriterionEvidence,
  criteriaOf,
  FORM_EDITION,
  type FormAbout,
  type FormCriterion,
  type FormSection,
  type SheetForm,
} from './form.ts'
export {
  letterOfSheet,
  type Mark,
  markFault,
  pointsOf,
  SELF_CHECK,
  type SelfCheckAbout,
  unmarkedOf,
} from './sheet.ts'
