import { DockerfileParser, type Dockerfile, type Instruction, type ModifiableInstruction } from 'dockerfile-ast';

/** One stage of a Dockerfile. */
export interface Stage {
  readonly name: string;
  /** The image or stage it starts from, variables filled in. */
  readonly from: string;
  readonly instructions: readonly Instruction[];
}

/** The stages in their order. */
export function stagesOf(text: string): Stage[] {
  const dockerfile = DockerfileParser.parse(text);
  const starts = dockerfile.getFROMs();
  const instructions = dockerfile.getInstructions();
  return starts.map((from, index) => {
    const [firstLine, endLine] = [from.getRange().start.line, starts[index + 1]?.getRange().start.line ?? Infinity];
    return {
      name: from.getBuildStage() ?? `stage ${index}`,
      from: filledIn(from.getImage() ?? '', dockerfile),
      instructions: instructions.filter((one) => one.getRange().start.line > firstLine && one.getRange().start.line < endLine),
    };
  });
}

function filledIn(image: string, dockerfile: Dockerfile): string {
  const given = new Map(dockerfile.getInitialARGs().map((arg) => [arg.getProperty()?.getName(), arg.getProperty()?.getValue()]));
  return image.replace(/\$\{(\w+)\}/g, (whole, name: string) => given.get(name) ?? whole);
}

/** The last instruction of a kind that counts for a stage: its own, else that of the stage it starts from. */
export function effective(stages: readonly Stage[], stage: Stage, keyword: string): Instruction | undefined {
  const own = stage.instructions.filter((one) => one.getKeyword() === keyword).at(-1);
  const parent = stages.find(({ name }) => name === stage.from);
  return own ?? (parent && effective(stages, parent, keyword));
}

/** The words of a CMD or HEALTHCHECK in its exec form; of a HEALTHCHECK those behind `CMD`. */
export function execForm(instruction: Instruction | undefined): string[] {
  const text = instruction?.getRawArgumentsContent() ?? '';
  return text.includes('[') ? (JSON.parse(text.slice(text.indexOf('['))) as string[]) : [];
}

/** What follows a prefix such as `--workspace=` in the words of an instruction. */
export function wordsAfter(instruction: Instruction, prefix: string): string[] {
  return (instruction.getRawArgumentsContent() ?? '').split(/\s+/).flatMap((word) => (word.startsWith(prefix) ? [word.slice(prefix.length)] : []));
}

/** The value of a flag before the arguments, such as `--from` of a COPY. */
export function flagOf(instruction: Instruction, name: string): string | null {
  return (instruction as ModifiableInstruction).getFlags().find((flag) => flag.getName() === name)?.getValue() ?? null;
}
