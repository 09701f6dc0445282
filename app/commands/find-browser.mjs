// A Chromium for the end-to-end tests: one that is there, or else one that is fetched.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { aptInstall } from './apt.mjs'
import { bin, giveUp, root } from './tools.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

const places = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => names.map((name) => path.join(folder, name))),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', path.join(homedir(), 'Applications')].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  ),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [
          path.join(folder, 'Google/Chrome/Application/chrome.exe'),
          path.join(folder, 'Chromium/Application/chrome.exe'),
          path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
}

/** Where Playwright keeps the browsers it has downloaded. */
const cache =
  process.env.PLAYWRIGHT_BROWSERS_PATH ??
  {
    darwin: path.join(homedir(), 'Library/Caches/ms-playwright'),
    win32: path.join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }[process.platform] ??
  path.join(homedir(), '.cache/ms-playwright')

function installed() {
  if (process.env.CHROMIUM_PATH) {
    if (existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH
    giveUp(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not there.`)
  }
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [...(places[process.platform] ?? places.linux), ...onPath].find((file) => existsSync(file))
}

const isCached = () => existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('chromium'))

/**
 * Finds a browser, or fetches one: Debian's as root, else Playwright's. Says in one line what to do when neither works.
 * @returns its path, or undefined for the one that Playwright has downloaded and finds by itself
 */
export function findBrowser() {
  const found = installed()
  if (found || isCached()) return found
  if (aptInstall(['chromium'])) {
    const file = installed()
    if (file) return file
  }
  process.stdout.write('Downloading a browser for the tests …\n')
  const result = spawnSync(process.execPath, [bin('@playwright/test/cli.js'), 'install', 'chromium'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 600_000,
  })
  if (result.status === 0) return undefined
  return giveUp('No browser was found and none could be downloaded: install Chromium or Chrome, or set CHROMIUM_PATH to one.')
}
