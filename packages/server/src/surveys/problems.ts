import type { FieldError } from '@otklik/model/shapes'
import { defineProblem, ProblemError, problems } from '../platform/problems/index.ts'

export const codeTaken = defineProblem(
  'questionnaire_code_taken',
  409,
  'Код занят',
  (code: string) => `Анкета с кодом «${code}» уже есть. Возьмите другой код.`,
)
export const builtInCode = defineProblem(
  'questionnaire_built_in',
  409,
  'Анкета встроена',
  (code: string) => `«${code}» – встроенная анкета: она не изменяется. Создайте её копию.`,
)
export const notYours = defineProblem(
  'questionnaire_not_yours',
  403,
  'Анкета общая',
  () => 'Общие анкеты изменяют те, кто видит всю систему. Создайте копию для своего органа.',
)
export const draftChanged = defineProblem(
  'draft_changed',
  409,
  'Проект тем временем изменён',
  () => 'Проект анкеты тем временем сохранил кто-то ещё. Обновите страницу и внесите изменения заново.',
)
export const noDraft = defineProblem(
  'no_draft',
  409,
  'Проекта нет',
  (code: string) => `У анкеты «${code}» нет проекта. Начните новую редакцию.`,
)
export const noVersion = defineProblem(
  'no_version',
  409,
  'Редакции нет',
  (code: string) => `У анкеты «${code}» нет опубликованной редакции. Опубликуйте проект.`,
)
export const versionState = defineProblem(
  'questionnaire_state',
  409,
  'Редакция в другом состоянии',
  (message: string) => message,
)
export const campaignState = defineProblem(
  'campaign_state',
  409,
  'Кампания в другом состоянии',
  (message: string) => message,
)
export const linkState = defineProblem('link_state', 409, 'Ссылка в другом состоянии', (message: string) => message)
export const campaignCodeTaken = defineProblem(
  'campaign_code_taken',
  409,
  'Код занят',
  (code: string) => `Кампания с кодом «${code}» уже есть. Возьмите другой код.`,
)
export const campaignChanged = defineProblem(
  'campaign_changed',
  409,
  'Кампания тем временем изменена',
  () => 'Кампанию тем временем изменил кто-то ещё. Обновите страницу и внесите изменения заново.',
)
export const tooManyLinks = defineProblem(
  'too_many_links',
  409,
  'Слишком много ссылок',
  (count: number, most: number) =>
    `Вышло бы ${count} ссылок, а у кампании их может быть не больше ${most}. Выберите услуги или подразделения.`,
)

export const noPosters = defineProblem(
  'no_posters',
  409,
  'Печатать нечего',
  () => 'Открытых ссылок, для которых печатают плакаты, нет. Создайте ссылки или откройте закрытые.',
)
export const tooManyPosters = defineProblem(
  'too_many_posters',
  409,
  'Слишком много плакатов',
  (count: number, most: number) =>
    `Плакатов не меньше ${count}, а за раз печатается не больше ${most}. Выберите подразделение.`,
)

/** A document that is no questionnaire: every fault with its place in the document. */
export function faultyDocument(faults: readonly FieldError[]): ProblemError {
  const [first] = faults
  const detail =
    first === undefined
      ? 'Это не анкета.'
      : `Анкета составлена неверно. ${first.path === '' ? '' : `${first.path}: `}${first.message}`
  return new ProblemError(problems.invalidRequest, detail, {
    errors: faults
      .slice(0, 100)
      .map(({ path, message }) => ({ path: path === '' ? 'document' : `document.${path}`, message })),
  })
}
export const trialFaulty = defineProblem(
  'trial_faulty',
  409,
  'Анкету пока нельзя пройти',
  (fault: string) => `В анкете есть ошибка: ${fault} Исправьте её и попробуйте снова.`,
)
export const feedbackState = defineProblem(
  'feedback_state',
  409,
  'Отзыв в другом состоянии',
  (message: string) => message,
)
export const noContact = defineProblem(
  'no_contact',
  409,
  'Контакта нет',
  () => 'Контакта у этого отзыва нет: автор его не оставлял, или он уже удалён.',
)
