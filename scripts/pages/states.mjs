// The tables of states as a page: every process that people take steps in, drawn from what the program follows.
import { APPEAL_COURSE } from '../../packages/model/src/appeals/index.ts'
import { drawingOf } from '../../packages/model/src/processes/index.ts'

const PROCESSES = [APPEAL_COURSE]

const HEAD = `# States

What can happen to a thing, who may bring it about and what must hold. This page is made from the tables of
\`packages/model\` (\`npm run generate\`): whatever is not in them is refused, with a sentence that says why. Rights are
named by what they allow; conditions by their names in the code.`

export const statesPage = () => [HEAD, ...PROCESSES.map(drawingOf)].join('\n\n')
