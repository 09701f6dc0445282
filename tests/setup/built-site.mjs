// The built site as `npm start` serves it, for as long as the process that started this one holds on to it.
const { serve } = await import(new URL('../../build/server/index.js', import.meta.url).href)
const { url, stop } = await serve()
process.once('disconnect', () => void stop().then(() => process.exit(0)))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
process.send(url)
