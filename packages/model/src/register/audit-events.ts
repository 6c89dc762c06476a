/** What the audit tells of this context, by the name it is recorded under, in Russian. */
export const REGISTER_EVENTS = {
  'register.services.saved': 'Изменена услуга в реестре',
  'register.services.passed_over': 'Пакет не изменил чужие услуги в реестре',
  'register.authorities.saved': 'Изменён орган в реестре',
  'register.offices.saved': 'Изменено подразделение в реестре',
  'register.regions.saved': 'Изменён регион в реестре',
  'register.norms.saved': 'Изменена норма в реестре',
} as const
