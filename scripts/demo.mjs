// npm run demo: builds desk and public pages if that is needed, then starts the demo region on http://localhost:8080.
import { serve } from './lib/serve.mjs'

await serve('demo')
