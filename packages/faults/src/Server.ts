/** The PostgreSQL server of the campaigns: started on first use, removed at the end. */
import * as Server from "@grootboek/testing/PostgresServer"

let server: Promise<Server.Server> | undefined

export const shared = (): Promise<Server.Server> => {
  server ??= Server.start()
  return server
}

export const remove = async (): Promise<void> => {
  await (await server)?.remove()
}
