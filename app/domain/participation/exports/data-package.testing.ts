import { createHash } from 'node:crypto'
import { readStrictCsv } from '~/platform/exports/rfc4180.testing'

type Thing = Record<string, unknown>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const slug = /^[a-z0-9._-]+$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** How a value of a type looks in a file (Table Schema, default formats). */
const lexical: Record<string, RegExp> = {
  string: /^[^]*$/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: moment,
}

/**
 * Holds the files of a package against the Frictionless specifications (Tabular Data Package, Tabular Data Resource, CSV Dialect,
 * Table Schema; version 1), field by field.
 * @returns what is wrong, in words; nothing where all is right
 */
export function faultsOfPackage(files: ReadonlyMap<string, Buffer>): string[] {
  const faults: string[] = []
  const check = (right: boolean, what: string) => void (right || faults.push(what))
  const descriptor: unknown = JSON.parse(String(files.get('datapackage.json')))
  if (!isThing(descriptor)) return ['the descriptor is no object']
  check(descriptor['profile'] === 'tabular-data-package', 'profile')
  check(isText(descriptor['name']) && slug.test(descriptor['name']), 'name')
  for (const name of ['title', 'description']) check(isText(descriptor[name]), name)
  check(isText(descriptor['created']) && moment.test(descriptor['created']), 'created')
  const { licenses, sources, resources } = descriptor
  const licensed = (each: unknown) => isThing(each) && (isText(each['name']) || isText(each['path']))
  if (licenses !== undefined) check(Array.isArray(licenses) && licenses.length > 0 && licenses.every(licensed), 'licenses')
  check(Array.isArray(sources) && sources.length > 0 && sources.every((each) => isThing(each) && isText(each['title'])), 'sources')
  if (!Array.isArray(resources) || resources.length === 0) return [...faults, 'resources']
  const names = resources.map((each: unknown) => (isThing(each) ? each['name'] : null))
  check(new Set(names).size === names.length, 'names of resources are not unique')
  for (const each of resources as unknown[]) {
    if (isThing(each)) faults.push(...faultsOfResource(each, files).map((fault) => `${String(each['name'])}: ${fault}`))
    else faults.push('a resource is no object')
  }
  return faults
}

function faultsOfResource(resource: Thing, files: ReadonlyMap<string, Buffer>): string[] {
  const faults: string[] = []
  const check = (right: boolean, what: string) => void (right || faults.push(what))
  const { name, path, bytes, hash, dialect, schema } = resource
  check(isText(name) && slug.test(name), 'name')
  check(resource['profile'] === 'tabular-data-resource', 'profile')
  check(resource['format'] === 'csv' && resource['mediatype'] === 'text/csv' && resource['encoding'] === 'utf-8', 'format')
  if (!isText(path) || /^\/|(^|\/)\.\.?(\/|$)|\\|:/.test(path) || !files.has(path)) return [...faults, 'path']
  const content = files.get(path)!
  check(bytes === content.length, 'bytes')
  check(hash === `sha256:${createHash('sha256').update(content).digest('hex')}`, 'hash')
  const right = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true }
  check(isThing(dialect) && Object.entries(right).every(([key, value]) => dialect[key] === value), 'dialect')
  if (!isThing(schema)) return [...faults, 'schema']
  const { fields, missingValues, primaryKey } = schema
  if (!Array.isArray(fields) || fields.length === 0 || !fields.every(isThing)) return [...faults, 'fields']
  check(Array.isArray(missingValues) && missingValues.every((value) => typeof value === 'string'), 'missingValues')
  const [header = [], ...rows] = readStrictCsv(String(content))
  const columns = fields.map((field) => field['name'])
  check(new Set(columns).size === columns.length && columns.every(isText), 'names of fields')
  check(JSON.stringify(columns) === JSON.stringify(header), 'fields are not those of the table')
  for (const [index, field] of fields.entries()) {
    const { type, title, description } = field
    const looks = lexical[String(type)]
    check(looks !== undefined && isText(title) && isText(description), `field ${String(columns[index])}`)
    check(
      rows.every((row) => row[index] === '' || looks?.test(row[index]!)),
      `values of ${String(columns[index])}`,
    )
  }
  if (primaryKey !== undefined) {
    const at = columns.indexOf(primaryKey)
    const keys = rows.map((row) => row[at])
    check(at >= 0 && !keys.includes('') && new Set(keys).size === keys.length, 'primaryKey')
  }
  return faults
}
