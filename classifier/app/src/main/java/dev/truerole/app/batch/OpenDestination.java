package dev.truerole.app.batch;

import java.io.Closeable;

/** A destination that holds files; closing it leaves them as they are. */
interface OpenDestination<P> extends Destination<P>, Closeable {}
