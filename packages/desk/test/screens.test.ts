import { describe, expect, test } from 'vitest'
import { axeViolations, darkViolations, overflowAt400Percent } from './support/accessibility.ts'
import { problemsOf } from './support/browser.ts'
import { inEnglish, useDesk } from './support/desk.ts'

/** Every screen: its address, its question, a word of its content, and what it says when nothing has come yet. */
const SCREENS = [
  { path: '/', title: 'Где отказывают и ошибаются чаще, чем раньше?', has: 'Доля отказов', empty: 'Данных ещё нет' },
  { path: '/leader', title: 'Что важно сейчас?', has: 'Кого спросить', empty: 'Данных ещё нет' },
  {
    path: '/services',
    title: 'Какие услуги хуже остальных?',
    has: 'Зачисление в школу',
    empty: 'Сравнивать пока нечего',
  },
  { path: '/services/0310000001', title: 'Зачисление в школу', has: 'По каналам подачи', empty: null },
  { path: '/why', title: 'Почему изменилась доля отказов?', has: 'По подразделениям', empty: 'Данных ещё нет' },
  { path: '/requests', title: 'Какие запросы стоят за числом?', has: 'DEMO-2026-000001', empty: 'Запросов ещё нет' },
  {
    path: '/requests/DEMO-2026-000117',
    title: 'Как шёл запрос DEMO-2026-000117?',
    has: 'Выдан результат МФЦ',
    empty: null,
  },
  { path: '/packages', title: 'Все ли пакеты пришли и приняты?', has: 'mfc_20261121.zip', empty: 'Пакетов ещё нет' },
  { path: '/packages/guide', title: 'Как передавать данные?', has: 'Оплата пошлины', empty: null },
  { path: '/packages/codes/bad_age', title: 'Неверный возраст', has: 'Записано', empty: null },
  { path: '/packages/198', title: 'Что принято из пакета № 198?', has: 'Неизвестный статус', empty: null },
  { path: '/appeals', title: 'На что пора ответить?', has: 'ОТ-2026-000008', empty: 'Обращений ещё нет' },
  { path: '/appeals/7', title: 'Обращение № ОТ-2026-000007', has: '59-ФЗ, ст. 12', empty: null },
  {
    path: '/appeals-quarter',
    title: 'Как работали с обращениями?',
    has: 'Основные причины',
    empty: 'Показатели ещё не фиксировали.',
  },
  {
    path: '/appeals/loading',
    title: 'Что загрузить в реестр?',
    has: 'выгрузка-август.csv',
    empty: 'Файлов ещё не загружали',
  },
  { path: '/appeals/rules', title: 'Сколько времени на ответ?', has: '210-ФЗ, ст. 11.2', empty: null },
  {
    path: '/deadlines?whose=all',
    title: 'Что и когда я должен сделать?',
    has: 'Правила, п. 25',
    empty: 'Сроков нет',
  },
  { path: '/calendar', title: 'Какие дни рабочие?', has: 'Пора внести календарь 2027 года', empty: null },
  { path: '/register', title: 'Какие услуги в реестре?', has: 'Белгородская область', empty: 'Здесь пока пусто' },
  {
    path: '/register?kind=offices',
    title: 'В каких подразделениях и по какому времени работают?',
    has: 'Asia/Novosibirsk',
    empty: 'Здесь пока пусто',
  },
  {
    path: '/register?kind=norms',
    title: 'Какие сроки считаются нормой?',
    has: 'Ожидание в очереди',
    empty: 'Здесь пока пусто',
  },
  {
    path: '/lists',
    title: 'Какие перечни действуют и что с ними делать?',
    has: 'осталось 28 дней',
    empty: 'Перечней ещё нет',
  },
  {
    path: '/lists/objects',
    title: 'Что войдёт в Единый перечень?',
    has: 'Лицензирование перевозок',
    empty: 'В проекте ещё нет объектов',
  },
  { path: '/lists/3', title: 'Перечень 2027 года, редакция № 1', has: 'Нет контактов по МФЦ.', empty: null },
  {
    path: '/lists/forms',
    title: 'По какому бланку органы проверяют себя?',
    has: 'Условия получения услуги изложены понятно',
    empty: 'Бланка ещё нет',
  },
  {
    path: '/lists/entries/1',
    title: 'Чем подтвердить объект перечня?',
    has: 'Буква «Б+»',
    empty: 'Листа самопроверки ещё нет.',
  },
  {
    path: '/lists/3/remarks',
    title: 'Какие замечания к проекту перечня?',
    has: 'Ждут решения: 1 из 3.',
    empty: 'Замечаний нет',
  },
  { path: '/lists/4', title: 'Единый перечень, редакция № 2', has: 'вошло 9 объектов', empty: null },
  {
    path: '/certification?year=2026',
    title: 'Как идёт сертификация 2026 года?',
    has: 'Направить до',
    empty: 'Объектов нет',
  },
  { path: '/certification/7', title: 'Зачисление в школу', has: '0,30 + 0,15 + 0,25 + 0,10', empty: null },
  { path: '/certification/9', title: 'Отдых и оздоровление детей', has: 'Просрочено: 1.', empty: null },
  { path: '/certification/register', title: 'Кому и что выдано?', has: 'С-2026-0001', empty: 'Документов нет' },
  {
    path: '/certification/cases',
    title: 'Где показатели требуют прекратить сертификат?',
    has: 'уведомление составлено',
    empty: 'Критических значений нет',
  },
  { path: '/certification/cases/3', title: 'Зачисление в школу', has: 'день не назван', empty: null },
  {
    path: '/people',
    title: 'Кто и что может в Вашей части системы?',
    has: 'Организатор оценки – Министерство образования',
    empty: 'Людей пока нет',
  },
  { path: '/people/2', title: 'Иванова Анна Сергеевна', has: 'Где сейчас вошёл', empty: null },
  {
    path: '/organisations',
    title: 'Как устроена Ваша часть системы?',
    has: 'Аналитический центр',
    empty: 'Организаций пока нет',
  },
  { path: '/roles', title: 'Что даёт каждая роль?', has: 'смотреть журнал действий', empty: null },
  {
    path: '/keys',
    title: 'Кто передаёт данные и какими ключами?',
    has: 'Выгрузка из ведомственной системы',
    empty: 'Поставщиков ещё нет',
  },
  {
    path: '/keys?kind=machines',
    title: 'Какие системы читают данные и какими ключами?',
    has: 'Витрина показателей',
    empty: 'Ключей ещё нет',
  },
  { path: '/access', title: 'Что мне можно и как я вхожу?', has: 'Данные всей системы.', empty: null },
  { path: '/audit', title: 'Кто что делал?', has: 'Анна Иванова', empty: 'Таких записей нет' },
  {
    path: '/voices',
    title: 'Что говорят и о чём это?',
    has: 'по словам: Заявление, сбросилось',
    empty: 'Кодировать нечего',
  },
  { path: '/voices/all', title: 'Что именно сказали?', has: 'Звонила [телефон]', empty: 'Ничего не нашлось' },
  { path: '/voices/groups', title: 'О чём ещё говорят?', has: 'и ещё 1', empty: 'Новых тем не видно' },
  { path: '/topics', title: 'Какими темами кодируют высказывания?', has: 'очеред*', empty: null },
  {
    path: '/pains',
    title: 'Что больнее всего и что с этим делают?',
    has: 'О зачислении не сообщают',
    empty: 'За этот период ничего не сказано',
  },
  {
    path: '/pains/settings',
    title: 'Когда проблема считается распространённой?',
    has: 'Меньше стольких опрошенных',
    empty: null,
  },
  { path: '/problems', title: 'Какие проблемы мешают людям?', has: 'выявлена', empty: 'Проблем ещё нет' },
  { path: '/measures', title: 'Что сделано и что просрочено?', has: '02.11.2026', empty: 'Мер нет' },
  { path: '/measures/1', title: 'Сохранять черновик на каждом шаге', has: 'Акт.pdf', empty: null },
  {
    path: '/surveys',
    title: 'Кого мы сейчас слышим?',
    has: 'Зачисление в школу, осень 2026',
    empty: 'Опросов ещё нет',
  },
  {
    path: '/surveys/school-2026',
    title: 'Зачисление в школу, осень 2026',
    has: 'МФЦ на Ленина',
    empty: 'Ссылок ещё нет',
  },
  { path: '/feedback', title: 'Кто ждёт ответа?', has: 'Верните запись по телефону', empty: 'Отзывов ещё нет' },
  {
    path: '/feedback/00000000-0000-4000-8000-000000000003',
    title: 'Отзыв от 01.10.2026',
    has: 'Открыли второе окно приёма',
    empty: null,
  },
  {
    path: '/questionnaires',
    title: 'Какие анкеты можно задать?',
    has: 'Своя анкета школы',
    empty: 'Таких анкет нет',
  },
  { path: '/questionnaires/own.school', title: 'Своя анкета школы', has: 'Почему отказали?', empty: null },
  {
    path: '/respondents',
    title: 'Сколько людей оценили услуги каждого органа?',
    has: 'Последняя оценка',
    empty: 'Оценок ещё нет',
  },
] as const

const ENTRANCES = [
  { path: '/sign-in', title: 'Вход' },
  { path: '/first-start#ключ', title: 'Первый запуск' },
  { path: '/invitation#ключ', title: 'Приглашение' },
  { path: '/password-reset', title: 'Забыли пароль?' },
  { path: '/password-reset#ключ', title: 'Новый пароль' },
] as const

/** Nothing yet, and a server that fails, are shown by one component each on every screen: axe looks at it here. */
const LOOKED_AT = '/packages'
/** Shows what the program itself knows. */
const ASKS_NOTHING = '/packages/codes/bad_age'

describe('every screen', () => {
  const { open, walk, address } = useDesk()
  const toFull = walk()
  const toEmpty = walk(() => ({ state: { empty: true } }))
  const toBroken = walk(() => ({ state: { broken: true } }))
  const toEnglish = walk(() => ({ storageState: inEnglish(address()) }))

  test.each(SCREENS)(
    '$path answers its question, is clean for axe in light and dark, and fits at 400 %',
    async ({ path, title, has }) => {
      const page = await toFull(path)
      expect(await page.textContent('h1')).toBe(title)
      expect(await page.title()).toBe(`${title} – Отклик`)
      expect(await page.textContent('main')).toContain(has)
      expect(await axeViolations(page)).toEqual([])
      expect(await darkViolations(page)).toEqual([])
      expect(await overflowAt400Percent(page)).toEqual([])
      // Among them every breach of the content security policy.
      expect(problemsOf(page)).toEqual([])
    },
  )

  test.each(SCREENS.filter(({ empty }) => empty !== null))(
    '$path says what to do first when it is empty',
    async ({ path, empty }) => {
      const page = await toEmpty(path)
      expect(await page.textContent('main')).toContain(empty)
      if (path === LOOKED_AT) expect(await axeViolations(page)).toEqual([])
      expect(problemsOf(page)).toEqual([])
    },
  )

  test.each(SCREENS.filter(({ path }) => path !== ASKS_NOTHING))(
    '$path says what happened when the server fails',
    async ({ path }) => {
      const page = await toBroken(path)
      const alert = page.getByRole('alert').first()
      expect(await alert.textContent()).toMatch(
        /На сервере произошла ошибка.*Принятые данные не пострадали.*Номер вызова: req-7f3a/,
      )
      if (path === LOOKED_AT) expect(await axeViolations(page)).toEqual([])
    },
  )

  test.each(SCREENS)('$path has no text in the other language, nor a key without a text', async ({ path }) => {
    const page = await toEnglish(path)
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    const own = await page.evaluate(() => {
      const heads = [...document.querySelectorAll('h1, nav, th button, label, header')]
      return heads.map((element) => element.textContent ?? '').join(' ')
    })
    expect(own).not.toMatch(/\b[a-z]+([A-Z][a-z]+)?\.[a-z_]+[A-Za-z_]*\b/)
    expect(await page.textContent('nav')).toMatch(/^IndicatorsOverview[\w\s]*Services[\w\s]+$/)
  })

  test.each(ENTRANCES)('$path is clean for axe and fits at 400 %', async ({ path, title }) => {
    const page = await open(path, { state: { signedIn: false } })
    expect(await page.textContent('h1')).toBe(title)
    expect(await axeViolations(page)).toEqual([])
    expect(await darkViolations(page)).toEqual([])
    expect(await overflowAt400Percent(page)).toEqual([])
    expect(problemsOf(page)).toEqual([])
  })

  test('what is forbidden and what does not exist are told apart', async () => {
    const forbidden = await open('/services', { state: { forbidden: true } })
    expect(await forbidden.textContent('main')).toContain('Этот раздел Вам не открыт')
    const missing = await open('/services/NO-SUCH', { state: { forbidden: false } })
    expect(await missing.textContent('main')).toContain('Такой услуги нет')
    await missing.getByRole('link', { name: 'К списку услуг' }).click()
    await missing.waitForURL(/\/services$/)
    const nowhere = await open('/no-such-page', { state: { forbidden: false } })
    expect(await nowhere.textContent('body')).toContain('Такой страницы нет')
  }, 30_000)
})
