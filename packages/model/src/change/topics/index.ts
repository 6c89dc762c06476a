/** Topics of texts: learned from coded ones and from the words of a rubricator, and suggested. */
export { type CodedText, learnTopics } from './learn.ts'
export { readTopicModel, type TopicModel } from './model.ts'
export { createSuggester, type Suggested, type Suggestion } from './suggest.ts'
