package dev.truerole.scraper.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Makes sockets that connect to permitted addresses only. Whatever the address in a URL looked
 * like, whoever resolved it and however often it was redirected: it ends here, as the bytes the
 * kernel is about to use, so nothing can be smuggled past and no second look-up can differ.
 */
final class GuardedSockets extends SocketFactory {

  /** The address is not permitted. Nothing was sent to it. */
  static final class BlockedException extends SocketException {

    BlockedException(String address) {
      super(address + " is not a public address");
    }
  }

  private final Predicate<InetSocketAddress> permitted;

  GuardedSockets(Predicate<InetSocketAddress> permitted) {
    this.permitted = permitted;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(from, fromPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  private final class GuardedSocket extends Socket {

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      check(endpoint);
      super.connect(endpoint, timeout);
    }

    private void check(SocketAddress endpoint) throws IOException {
      if (!(endpoint instanceof InetSocketAddress address) || address.isUnresolved()) {
        throw new UnknownHostException(String.valueOf(endpoint));
      }
      if (!permitted.test(address)) {
        throw new BlockedException(address.getAddress().getHostAddress());
      }
    }
  }
}
