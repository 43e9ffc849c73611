package import CalqueModel
import Glibc

extension Instant {
  /// The present moment by the system's clock.
  package static var now: Instant { Instant(seconds: Int64(time(nil))) }
}
