// Loaded before a site that a test starts: what the site does every minute, it does several times a second.
const { setInterval } = globalThis
globalThis.setInterval = (work, delay, ...more) => setInterval(work, delay === 60_000 ? 200 : delay, ...more)
