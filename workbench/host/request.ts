import { apiNotFound, HostError, invalidArgument } from "./errors";
import { isHostObject, type Argument, type HostObject } from "./object";
import { load, type QueryInfo } from "./query";
import type { Follower } from "./workbook";

/** How the client writes where an object comes from. */
interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: unknown[];
}

/** How the client writes what is to be done. */
interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

/** A batch, as the client sends it. */
export interface Request {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

/** The answer, as the client reads it. */
export interface Response {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; ActionIndex: number; Location?: string; HttpStatusCode: number };
}

/** Ranges of past events that a client may still ask for. */
const KEPT_EVENTS = 500;

/** Objects that live across batches, by the reference ids that the client knows them by. */
export class References {
  private readonly ofEvents: string[] = [];
  private readonly objects = new Map<string, HostObject>();
  private readonly ids = new Map<HostObject, string>();
  private last = 0;

  /** @param kept the workbook's list of what follows its cells */
  constructor(private readonly kept: Set<Follower>) {}

  /** The id of a kept object; undefined when it is not kept. */
  idOf(object: HostObject): string | undefined {
    return this.ids.get(object);
  }

  /** Keeps the object until it is removed. */
  keep(object: HostObject): string {
    const known = this.idOf(object);
    if (known !== undefined) return known;
    const id = `ref${++this.last}`;
    this.objects.set(id, object);
    this.ids.set(object, id);
    if (isFollower(object.target)) this.kept.add(object.target);
    return id;
  }

  /** Keeps an event's range, for a while: the client does not let go of it. */
  keepForEvent(object: HostObject): string {
    const id = this.keep(object);
    this.ofEvents.push(id);
    const old = this.ofEvents.length > KEPT_EVENTS ? this.ofEvents.shift() : undefined;
    if (old !== undefined) this.remove(old);
    return id;
  }

  /** The kept object; undefined when nothing has the id. */
  find(id: string): HostObject | undefined {
    return this.objects.get(id);
  }

  /** Lets go of the object. */
  remove(id: string): void {
    const object = this.objects.get(id);
    if (!object) return;
    this.ids.delete(object);
    this.objects.delete(id);
    if (isFollower(object.target)) this.kept.delete(object.target);
  }

  /** Lets go of everything: the client is gone. */
  clear(): void {
    for (const id of [...this.objects.keys()]) this.remove(id);
  }
}

function isFollower(target: object): target is Follower {
  return "follow" in target;
}

/** Whether a batch does nothing but let go of objects: the client's housekeeping after Excel.run. */
export function isHousekeeping({ Actions }: Request): boolean {
  const removals = Actions.filter(({ ActionType, Name }) => ActionType === 3 && Name === "_RemoveReference").length;
  return removals > 0 && Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === "_RemoveReference");
}

/** Methods that change nothing in a workbook. */
const READING = /^(_|Get|Activate$|Select$|Calculate$|Suspend)/;

/** What a batch meets in the workbook. */
export interface Obstacles {
  /** Called before each change; throws when the workbook can't be changed. */
  beginChange(): void;
  failAt?: { index: number; error: HostError };
}

/** Does a batch action by action; what was done before a failure stays done. */
export function execute(request: Request, root: HostObject, references: References, { beginChange, failAt }: Obstacles): Response {
  const batch = new Batch(request, root, references, beginChange);
  const response: Response = { Results: [], TraceIds: [] };
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (failAt && index >= failAt.index) throw failAt.error;
      if (action.ActionType === 5) response.TraceIds.push(action.Id);
      response.Results.push({ ActionId: action.Id, Value: batch.perform(action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      response.Error = {
        Code: error.code,
        Message: error.message,
        ActionIndex: index,
        Location: batch.locationOf(action),
        HttpStatusCode: error.code === "ItemNotFound" || error.code === "ApiNotFound" ? 404 : error.code === "AccessDenied" ? 403 : 400,
      };
      break;
    }
  }
  return response;
}

class Batch {
  /** Null stands for a null object. */
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly request: Request,
    private readonly root: HostObject,
    private readonly references: References,
    private readonly beginChange: () => void,
  ) {}

  perform(action: Action): unknown {
    if (action.ActionType === 5) return null;
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case 1:
        return object && this.instantiated(object);
      case 2:
        return object && load(object, action.QueryInfo ?? {});
      case 3:
        return object && this.call(object, action);
      case 4:
        this.beginChange();
        object?.set(action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return null;
      default:
        throw apiNotFound(`action type ${action.ActionType}`);
    }
  }

  locationOf(action: Action): string | undefined {
    const typeName = this.resolved.get(action.ObjectPathId)?.typeName;
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    const parent = path?.ParentObjectPathId === undefined ? undefined : this.resolved.get(path.ParentObjectPathId)?.typeName;
    const member = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
    if (typeName !== undefined) return action.Name === "" ? typeName : `${typeName}.${member(action.Name)}`;
    return path && parent !== undefined ? `${parent}.${member(path.Name || "GetItem")}` : undefined;
  }

  private instantiated(object: HostObject): Record<string, unknown> {
    const reference = this.references.idOf(object);
    return reference === undefined ? object.identity() : { ...object.identity(), _ReferenceId: reference };
  }

  private call(object: HostObject, action: Action): unknown {
    const args = this.argumentsOf(action.ArgumentInfo);
    if (action.Name === "_KeepReference") {
      this.references.keep(object);
      return null;
    }
    if (action.Name === "_RemoveReference") {
      this.references.remove(String(args[0]));
      return null;
    }
    const result = this.callMethod(object, action.Name, args);
    return isHostObject(result) ? this.instantiated(result) : (result ?? null);
  }

  private callMethod(object: HostObject, method: string, args: Argument[]): unknown {
    if (!READING.test(method)) this.beginChange();
    return object.call(method, args);
  }

  private resolve(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw invalidArgument(`The request has no object path ${id}.`);
    const object = this.follow(path);
    this.resolved.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === 1) return this.root;
    if (path.ObjectPathType === 6) return this.referenced(path.Name);
    if (path.ObjectPathType === 7) return null;
    if (path.ParentObjectPathId === undefined) throw apiNotFound(`new ${path.Name}`);
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    const args = this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === 4) return parent.child(path.Name);
    if (path.ObjectPathType === 5) return parent.item(args[0]);
    if (path.ObjectPathType === 3) return this.made(parent, path.Name, args);
    throw apiNotFound(`object path type ${path.ObjectPathType}`);
  }

  private made(parent: HostObject, method: string, args: Argument[]): HostObject | null {
    if (/^_GetRange(OrNullObject)?ForEventByReferenceId$/.test(method)) return this.referenced(String(args[0]));
    const result = this.callMethod(parent, method, args);
    if (result === null || isHostObject(result)) return result;
    throw apiNotFound(`${parent.typeName}.${method}`);
  }

  private referenced(id: string): HostObject {
    const object = this.references.find(id);
    if (!object) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
    return object;
  }

  /** The arguments with object path ids replaced by the objects. */
  private argumentsOf({ Arguments = [], ReferencedObjectPathIds }: ArgumentInfo = {}): Argument[] {
    return this.withObjects(Arguments, ReferencedObjectPathIds);
  }

  private withObjects(args: unknown[], ids: unknown[] | undefined): Argument[] {
    return args.map((arg, index) => {
      const id = ids?.[index];
      if (typeof id === "number" && id !== 0) return this.resolve(id);
      if (Array.isArray(arg) && Array.isArray(id)) return this.withObjects(arg, id);
      return this.withNestedObjects(arg);
    });
  }

  /** An object inside JSON (a validation list's source) is written as {_ObjectPathId: id}. */
  private withNestedObjects(arg: unknown): Argument {
    if (typeof arg !== "object" || arg === null || Array.isArray(arg)) return arg;
    const id = (arg as Record<string, unknown>)["_ObjectPathId"];
    if (typeof id === "number") return this.resolve(id);
    return Object.fromEntries(Object.entries(arg).map(([name, value]) => [name, this.withNestedObjects(value)]));
  }
}
