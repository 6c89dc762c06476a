import type { Questionnaire } from '../document/types.ts'
import { openAnswer, ru } from './parts.ts'

/** Ratings by the criteria that the survey module on an authority's first page has to offer, in one screen. */
export const criteriaForm: Questionnaire = {
  format: 'otklik-questionnaire/1',
  code: 'criteria',
  version: 1,
  title: ru('Оценка качества предоставления государственной услуги по критериям'),
  source: 'Порядок мониторинга качества, пункт 5.2.3',
  languages: ['ru'],
  pages: [
    {
      code: 'p1',
      questions: [
        {
          code: 'q1',
          type: 'matrix',
          text: ru('Оцените качество предоставления государственной услуги по 5-балльной шкале.'),
          required: true,
          min: 1,
          max: 5,
          order: 'asc',
          low: ru('очень плохо'),
          high: ru('отлично'),
          rows: [
            { code: 'time', text: ru('Время предоставления услуги'), measure: 'criterion.time' },
            { code: 'queue', text: ru('Время ожидания в очереди'), measure: 'criterion.queue' },
            { code: 'staff', text: ru('Вежливость и компетентность сотрудника'), measure: 'criterion.staff' },
            { code: 'comfort', text: ru('Комфортность условий в помещении'), measure: 'criterion.comfort' },
            {
              code: 'information',
              text: ru('Доступность информации о порядке предоставления услуги'),
              measure: 'criterion.information',
            },
          ],
        },
        openAnswer('q2', 'Комментарий'),
      ],
    },
  ],
}
