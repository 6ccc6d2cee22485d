/** Whether the day by which a flag is to be looked at is over, in UTC. @param reviewBy `YYYY-MM-DD` */
export const isDue = (reviewBy: string, nowMs: number): boolean => reviewBy < new Date(nowMs).toISOString().slice(0, 10);
