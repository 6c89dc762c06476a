import type { Questionnaire as Document } from '@otklik/model/questionnaires'
import type { Questionnaire } from '@otklik/model/surveys/api'

/** The document of an answer. The server keeps none that its reader does not take, so its shape needs no second look. */
export const documentOf = ({ document }: Pick<Questionnaire, 'document'>): Document => document as Document
