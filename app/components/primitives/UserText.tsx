/** What a person typed (a name, a group's name), in its own direction whatever stands around it. */
export function UserText({ children }: { children: string }) {
  return <bdi>{children}</bdi>
}
