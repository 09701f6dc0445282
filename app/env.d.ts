/// <reference types="vite/client" />

declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node'
  export const assets: ServerBuild['assets']
  export const routes: ServerBuild['routes']
  export const entry: ServerBuild['entry']
  export const future: ServerBuild['future']
  export const publicPath: ServerBuild['publicPath']
  export const assetsBuildDirectory: ServerBuild['assetsBuildDirectory']
  export const isSpaMode: ServerBuild['isSpaMode']
  export const mode: ServerBuild['mode']
}
