package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.membership.User;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** The ways of reading a list. A test that takes one as a parameter runs with all. */
enum Reading {
  ITERATOR {
    @Override
    void read(PagedCall<User> list, List<String> ids) {
      for (User user : list) {
        ids.add(user.id());
      }
    }
  },

  PAGES {
    @Override
    void read(PagedCall<User> list, List<String> ids) {
      list.pages().forEach(page -> page.items().forEach(user -> ids.add(user.id())));
    }
  },

  STREAM {
    @Override
    void read(PagedCall<User> list, List<String> ids) {
      list.stream().map(User::id).forEach(ids::add);
    }
  },

  PREFETCH {
    @Override
    void read(PagedCall<User> list, List<String> ids) {
      ITERATOR.read(list.prefetch(), ids);
    }
  },

  PREFETCHING_PUBLISHER {
    @Override
    void read(PagedCall<User> list, List<String> ids) {
      PUBLISHER.read(list.prefetch(), ids);
    }
  },

  PUBLISHER {
    @Override
    void read(PagedCall<User> list, List<String> ids) {
      CompletableFuture<Void> end = new CompletableFuture<>();
      list.publisher().subscribe(oneByOne(ids, end));
      RuntimeException failure = end.handle((nothing, thrown) -> (RuntimeException) thrown).join();
      if (failure != null) {
        throw failure;
      }
    }
  };

  abstract void read(PagedCall<User> list, List<String> ids);

  List<String> read(PagedCall<User> list) {
    List<String> ids = new ArrayList<>();
    read(list, ids);
    return ids;
  }

  static List<String> rest(Iterator<User> users) {
    List<String> ids = new ArrayList<>();
    users.forEachRemaining(user -> ids.add(user.id()));
    return ids;
  }

  private static Flow.Subscriber<User> oneByOne(List<String> ids, CompletableFuture<Void> end) {
    return new Flow.Subscriber<>() {
      private Flow.Subscription subscription;

      @Override
      public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
      }

      @Override
      public void onNext(User user) {
        ids.add(user.id());
        subscription.request(1);
      }

      @Override
      public void onError(Throwable failure) {
        end.completeExceptionally(failure);
      }

      @Override
      public void onComplete() {
        end.complete(null);
      }
    };
  }
}
