import type { SessionGroup } from '../session-columns'

/** More groups than meet in the same months, with a million sessions in three years: those that met for the last time need not be kept. */
const mostKept = 24_000

/** Works out something of a group when one of its sessions comes by first, and keeps it for the next ones. */
export function onceForGroup<T>(work: (group: SessionGroup) => T): (group: SessionGroup) => T {
  const kept: (T | undefined)[] = []
  // Time goes in turns. At the end of one, what nobody asked for in it goes.
  const lastAsked: number[] = []
  let turn = 1
  let asked = 0
  const forget = () => {
    for (let number = 0; number < kept.length; number += 1) if (lastAsked[number] !== turn) kept[number] = undefined
    turn += 1
    asked = 0
  }
  return (group) => {
    const { number } = group
    // A list without holes is looked up quickest.
    while (kept.length <= number) {
      kept.push(undefined)
      lastAsked.push(0)
    }
    const known = kept[number] ?? work(group)
    if (lastAsked[number] !== turn) {
      kept[number] = known
      lastAsked[number] = turn
      asked += 1
      if (asked >= mostKept / 2) forget()
    }
    return known
  }
}

/** Works out something of a text, and keeps it: for the few texts that many groups share. */
export function onceForText<T>(work: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text) ?? work(text)
    kept.set(text, known)
    return known
  }
}
