package dev.truerole.app.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written at its end and can be cut back to where it once ended. */
final class OutputFile implements Output {

  private final FileChannel channel;

  private OutputFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file to go on behind its first bytes.
   *
   * @throws ResumeException if it has fewer
   */
  static OutputFile open(Path file, long bytes) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < bytes) {
      channel.close();
      throw new ResumeException(file + " is shorter than the interrupted run has left it");
    }
    channel.truncate(bytes);
    channel.position(bytes);
    return new OutputFile(channel);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  @Override
  public long size() throws IOException {
    return channel.position();
  }

  /** Returns when all that was written would outlive a power cut. */
  @Override
  public void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
