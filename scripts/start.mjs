// npm start: builds the desk if that is needed, then starts the server.
import { serve } from './lib/serve.mjs'

await serve('serve')
