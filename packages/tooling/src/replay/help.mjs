// @ts-check

/** What `npm run replay -- --help` prints. */
export const HELP = `Publishes the rows of a CSV file through MQTT as a machine's history, with the times they bear.

  npm run replay -- --file year.csv --token <access token> [options]

  --file <path>            the CSV file, in UTF-8, its first line naming the columns
  --token <token>          the machine's access token
  --host <name>            the gateway; default: the running platform's, or localhost
  --port <number>          its MQTT port; default: the running platform's, or 1883
  --protocol <5|4>         MQTT 5, or 3.1.1, which cannot tell what was refused; default: 5

  --time-column <name>     the column of the times; default: the first
  --time-format <format>   dd/MM/yyyy HH:mm and the like, of yyyy MM M dd d HH H mm ss SSS, other text in 'quotes';
                           or iso, unix (seconds), unix-ms; default: iso
  --time-zone <name>       the zone of times that do not name one; default: Asia/Shanghai
  --midnight-ends-day      a row stamped 00:00 stands at the end of the day it names: it is that day's 24:00

  --column <name[=key]>    a column to send, and the metric's name; again for each; default: every column
  --delimiter <character>  between cells; default: a comma

  --batch <rows>           rows in one message, 1 to 1000; default: 100
  --window <messages>      messages on their way at once; default: 64
  --resume                 go on where an earlier run was interrupted
  --dry-run                read the whole file and send nothing
  --help                   this text

A cell that is a number is sent as one, true and false as such, anything else as text; an empty cell is not sent. A column whose
first cell is a number must hold numbers throughout. Rows that cannot be read, or that the gateway refuses, are shown with
their line and left out; the exit code is then 1.
`;
