// npm start: builds the desk and the public pages if that is needed, then starts the server.
import { serve } from './lib/serve.mjs'

await serve('serve')
