// The peer of scripts/bench-service: PostGraphile 5 over the tables of the service, as its preset
// Amber makes it, with the names of version 4. No permissions, no log of reads.
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makeV4Preset } from "postgraphile/presets/v4";
import { makePgService } from "postgraphile/adaptors/pg";

export default {
  extends: [PostGraphileAmberPreset, makeV4Preset({ graphiql: false })],
  pgServices: [
    makePgService({ connectionString: process.env.PEER_DATABASE, schemas: ["public"] }),
  ],
  grafserv: { port: Number(process.env.PEER_PORT), host: "127.0.0.1", websockets: false },
};
