import type { Questionnaire } from '../document/types.ts'
import { openAnswer, proposal, recommend, ru, satisfied } from './parts.ts'

/** What the Инструкция asks everyone at the least, online and in person. */
export const minimum: Questionnaire = {
  format: 'otklik-questionnaire/1',
  code: 'min.feedback',
  version: 1,
  title: ru('Обратная связь получателя услуги: основные вопросы'),
  source: 'Инструкция, приложение № 7, пункт 4',
  languages: ['ru'],
  pages: [
    {
      code: 'p1',
      questions: [
        {
          code: 'q2',
          number: '2',
          type: 'matrix',
          text: ru('Вы скорее удовлетворены или скорее не удовлетворены:'),
          sourceText:
            'Вы скорее удовлетворены или скорее не удовлетворены результатом, процессом, оперативностью, полнотой полученной информации (услуги), взаимодействием с сотрудником?',
          required: true,
          options: satisfied,
          rows: [
            { code: 'result', text: ru('результатом') },
            { code: 'process', text: ru('процессом') },
            { code: 'speed', text: ru('оперативностью') },
            {
              code: 'completeness',
              text: ru('полнотой полученной информации (услуги)'),
              measure: 'satisfaction_information',
            },
            { code: 'staff', text: ru('взаимодействием с сотрудником'), measure: 'satisfaction_staff' },
          ],
        },
        {
          code: 'q4',
          number: '4',
          type: 'scale',
          text: ru('Оцените уровень удобства получения услуги по 5-ти балльной шкале.'),
          measure: 'convenience',
          min: 1,
          max: 5,
          order: 'desc',
          low: ru('очень неудобно'),
          high: ru('очень удобно'),
        },
      ],
    },
    {
      code: 'p2',
      questions: [
        openAnswer('q1', 'Что для Вас значимо, наиболее важно в получении данной услуги?', {
          number: '1',
          measure: 'importance',
        }),
        openAnswer('q3', 'Что Вас не устраивает?', { number: '3' }),
        openAnswer('q5', 'Какие дополнительные услуги Вы хотели бы получить?', { number: '5' }),
        {
          ...proposal('q6', 'Что бы Вы хотели изменить, дополнить в нашей работе?'),
          number: '6',
          sourceText: 'Что бы Вы хотели бы изменить, дополнить в нашей работе?',
        },
        openAnswer('q7', 'Что ещё важно в нашей работе по этой услуге?', {
          number: '7',
          added: true,
          sourceText: 'Вопросы адаптируются к специфике деятельности ОИВ.',
        }),
      ],
    },
    {
      code: 'p3',
      questions: [
        recommend(
          'q8',
          'С какой вероятностью Вы порекомендуете своим родным, друзьям, знакомым обратиться за этой услугой в наш орган власти?',
        ),
      ],
    },
  ],
}
