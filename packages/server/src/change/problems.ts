import { defineProblem } from '../platform/problems/index.ts'

export const rubricatorChanged = defineProblem(
  'rubricator_changed',
  409,
  'Рубрикатор тем временем изменён',
  () => 'Рубрикатор тем временем изменил кто-то ещё. Обновите страницу и внесите изменения снова.',
)
export const codeGone = defineProblem(
  'topic_code_gone',
  422,
  'Тему нельзя удалить',
  (code: string) =>
    `Темы «${code}» в новой редакции нет, а ею могли быть закодированы прошлые периоды. Оставьте её или объедините с другой.`,
)
export const codingGone = defineProblem(
  'nothing_to_undo',
  409,
  'Отменять нечего',
  () => 'Вы ничего не кодировали, или всё уже отменено.',
)
export const codedOtherwise = defineProblem(
  'coded_meanwhile',
  409,
  'Высказывание перекодировано',
  () => 'После Вас это высказывание закодировал кто-то ещё. Отменить Ваше кодирование уже нельзя.',
)
export const sameCoder = defineProblem(
  'same_coder',
  409,
  'Нужен другой кодировщик',
  () => 'Это высказывание первым закодировали Вы. Вторым должен быть другой человек.',
)
