/** Who takes the steps of certification: names of rights, as they complete «кто …». */
export const PROCEDURE_ACTORS = {
  'lists.prepare': 'Аналитический центр: готовит перечни',
  'lists.remark': 'Ответственный за клиентоцентричность: направляет замечания',
  'self_checks.fill': 'Уполномоченный орган: заполняет лист самопроверки',
  'certification.assess': 'Аналитический центр: проводит оценку',
  'certification.decide': 'Аналитический центр: определяет уровень и подписывает',
  'certification.send': 'Аналитический центр: направляет документы',
  'road_maps.prepare': 'Уполномоченный орган: готовит дорожную карту',
  'road_maps.coordinate': 'Ответственный за клиентоцентричность: координирует доработку',
  'road_maps.agree': 'Аналитический центр: согласовывает дорожную карту',
  'typical.prepare': 'Куратор типовых услуг',
  'typical.answer': 'Ответственный за клиентоцентричность субъекта',
  'typical.approve': 'Рабочая группа',
  job: 'программа',
} as const
export type ProcedureActor = keyof typeof PROCEDURE_ACTORS

/** The names of those who appear in one process. */
export function actorsNamed<Name extends ProcedureActor>(...names: readonly Name[]): Readonly<Record<Name, string>> {
  // Filled with exactly these names below.
  const found = {} as Record<Name, string>
  for (const name of names) found[name] = PROCEDURE_ACTORS[name]
  return found
}
