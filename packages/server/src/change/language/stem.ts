import snowball from 'snowball-stemmers'
import { remember } from '@otklik/model/change/texts'

const stemmer = snowball.newStemmer('russian')

/** The stem of a Russian word in small letters, by Snowball; ё counts as е, as its vocabulary has it. */
export const stem = remember((word) => stemmer.stem(word.replaceAll('ё', 'е')))
