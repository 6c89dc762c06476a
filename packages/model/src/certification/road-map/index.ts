/** What a road map says (Правила, пункт 26, приложение № 4); its states are in `procedure`. */
export {
  contentFault,
  draftOf,
  numbersOf,
  overdueSteps,
  type RoadMapContent,
  type RoadMapStep,
  roadMapAbout,
  type StepDone,
  withReports,
} from './content.ts'
