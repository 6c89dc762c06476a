// npm run demo: builds the desk if that is needed, then starts the demo region on http://localhost:8080.
import { serve } from './lib/serve.mjs'

await serve('demo')
